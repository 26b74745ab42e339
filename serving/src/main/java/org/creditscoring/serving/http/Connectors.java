package org.creditscoring.serving.http;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where connections come in. */
final class Connectors {
  private static final long YEAR_SECONDS = 31_536_000;

  private Connectors() {}

  static ServerConnector network(Server server, HttpConfiguration http, ServerSettings settings) {
    ServerConnector connector =
        new ServerConnector(
            server,
            settings
                .tls()
                .map(tls -> secure(http, tls))
                .orElseGet(() -> new ConnectionFactory[] {new HttpConnectionFactory(http)}));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    return connector;
  }

  private static ConnectionFactory[] secure(HttpConfiguration http, Tls tls) {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStorePath(tls.keystore().toUri().toString());
    ssl.setKeyStorePassword(tls.password());
    HttpConfiguration secure = new HttpConfiguration(http);
    // Asked for by address, the certificate's names say nothing; the caller's client checks them.
    SecureRequestCustomizer customizer = new SecureRequestCustomizer(false);
    customizer.setStsMaxAge(YEAR_SECONDS);
    secure.addCustomizer(customizer);
    return new ConnectionFactory[] {
      new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(secure)
    };
  }
}
