package dev.oddkit.observability.propagation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.Trigger;
import org.springframework.util.ClassUtils;

/**
 * Stands in front of an executor that has no decorator, with all of its public
 * interfaces, and gives its tasks the context of the one that submits them.
 */
final class CarryingExecutor implements InvocationHandler {

	private static final Set<String> RECURRING = Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay");

	private final Executor target;

	private CarryingExecutor(Executor target) {
		this.target = target;
	}

	static Object of(Executor target) {
		Class<?>[] interfaces = ClassUtils.getAllInterfacesForClassAsSet(target.getClass())
			.stream()
			.filter((type) -> Modifier.isPublic(type.getModifiers()))
			.toArray(Class<?>[]::new);
		return Proxy.newProxyInstance(target.getClass().getClassLoader(), interfaces, new CarryingExecutor(target));
	}

	static boolean isBefore(Executor executor) {
		return Proxy.isProxyClass(executor.getClass())
				&& Proxy.getInvocationHandler(executor) instanceof CarryingExecutor;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
			return proxy == arguments[0];
		}
		try {
			return method.invoke(this.target, (arguments != null) ? prepare(method, arguments) : null);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static Object[] prepare(Method method, Object[] arguments) {
		boolean recurring = RECURRING.contains(method.getName())
				|| Arrays.stream(arguments).anyMatch(Trigger.class::isInstance);
		return Arrays.stream(arguments).map(recurring ? ContextCarrier::isolate : ContextCarrier::carry).toArray();
	}

}
