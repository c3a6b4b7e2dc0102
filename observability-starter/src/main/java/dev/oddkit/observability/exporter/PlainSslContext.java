package dev.oddkit.observability.exporter;

import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Stands for TLS in a client that speaks plain HTTP. The JDK's client wants a context in
 * any case, and its own costs a start some 300 classes and the reading of a trust store.
 */
class PlainSslContext extends SSLContext {

	PlainSslContext() {
		super(new Refusal(), null, "none");
	}

	private static final class Refusal extends SSLContextSpi {

		@Override
		protected SSLParameters engineGetDefaultSSLParameters() {
			return new SSLParameters();
		}

		@Override
		protected SSLParameters engineGetSupportedSSLParameters() {
			return new SSLParameters();
		}

		@Override
		protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
			throw refusal();
		}

		@Override
		protected SSLSocketFactory engineGetSocketFactory() {
			throw refusal();
		}

		@Override
		protected SSLServerSocketFactory engineGetServerSocketFactory() {
			throw refusal();
		}

		@Override
		protected SSLEngine engineCreateSSLEngine() {
			throw refusal();
		}

		@Override
		protected SSLEngine engineCreateSSLEngine(String host, int port) {
			throw refusal();
		}

		@Override
		protected SSLSessionContext engineGetServerSessionContext() {
			throw refusal();
		}

		@Override
		protected SSLSessionContext engineGetClientSessionContext() {
			throw refusal();
		}

		private static UnsupportedOperationException refusal() {
			return new UnsupportedOperationException("This client speaks plain HTTP only");
		}

	}

}
