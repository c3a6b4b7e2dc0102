package com.example;

import com.google.protobuf.StringValue;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * What a compiler would have made of {@code rpc Greet(StringValue) returns (StringValue)}.
 */
@Service
class GrpcGreetings implements BindableService {

	private static final Logger logger = LoggerFactory.getLogger(GrpcGreetings.class);

	static final MethodDescriptor<StringValue, StringValue> METHOD = MethodDescriptor
		.<StringValue, StringValue>newBuilder()
		.setType(MethodDescriptor.MethodType.UNARY)
		.setFullMethodName("example.Greetings/Greet")
		.setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
		.setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
		.build();

	@Override
	public ServerServiceDefinition bindService() {
		return ServerServiceDefinition.builder("example.Greetings")
			.addMethod(METHOD, ServerCalls.asyncUnaryCall((name, answer) -> {
				logger.info("Greeting {}", name.getValue());
				answer.onNext(StringValue.of("Hello, " + name.getValue()));
				answer.onCompleted();
			}))
			.build();
	}

}
