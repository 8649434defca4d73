package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * Talks https to one host under numbers that were looked up before, and to nobody else, whatever it
 * says. The certificate is checked against the name.
 */
final class PinnedHttp implements HttpConnectionFactory, AutoCloseable {

  private final Address address;
  private final Allowance allowance;
  private final OkHttpClient client;
  private volatile int status;

  PinnedHttp(
      Address address, List<InetAddress> numbers, X509TrustManager trust, Allowance allowance) {
    this.address = address;
    this.allowance = allowance;
    Limits limits = allowance.limits();
    this.client =
        new OkHttpClient.Builder()
            .dns(host -> pinned(host, numbers))
            // A proxy would look the name up again.
            .proxy(Proxy.NO_PROXY)
            .sslSocketFactory(Trust.sockets(trust), trust)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool())
            .connectTimeout(limits.connect())
            .readTimeout(limits.silence())
            .writeTimeout(limits.silence())
            .build();
  }

  private List<InetAddress> pinned(String host, List<InetAddress> numbers)
      throws UnknownHostException {
    if (!host.equalsIgnoreCase(address.host())) {
      throw new UnknownHostException(host);
    }
    return numbers;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    int port = url.getPort() == url.getDefaultPort() ? 0 : Math.max(url.getPort(), 0);
    if (!url.getProtocol().equals("https")
        || !host.equalsIgnoreCase(address.host())
        || port != address.port()
        || url.getUserInfo() != null) {
      throw Refused.forGood(
          ("%s leads on to another host, %s, which is not followed. Link the address that it has"
                  + " now.")
              .formatted(address, host));
    }
    return new HttpExchange(client, allowance, code -> status = code, url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return create(url);
  }

  /** The last answer's status; 0 if there was none. */
  int status() {
    return status;
  }

  /** Whether the host knows nobody without a token, or not the one it was shown. */
  boolean wantsToken() {
    return status == HttpConnection.HTTP_UNAUTHORIZED;
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
