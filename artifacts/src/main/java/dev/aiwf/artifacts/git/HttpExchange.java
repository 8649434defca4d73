package dev.aiwf.artifacts.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One request of JGit's and its answer, carried by OkHttp. */
final class HttpExchange implements HttpConnection {

  private final OkHttpClient client;
  private final Allowance allowance;
  private final IntConsumer answered;
  private final URL url;
  private final Request.Builder request;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String method = "GET";
  private @Nullable String type;
  private @Nullable Response response;

  HttpExchange(OkHttpClient client, Allowance allowance, IntConsumer answered, URL url) {
    this.client = client;
    this.allowance = allowance;
    this.answered = answered;
    this.url = url;
    this.request = new Request.Builder().url(url);
  }

  private Response response() throws IOException {
    Response known = response;
    if (known == null) {
      RequestBody sent =
          method.equals("POST")
              ? RequestBody.create(body.toByteArray(), type == null ? null : MediaType.parse(type))
              : null;
      known = client.newCall(request.method(method, sent).build()).execute();
      answered.accept(known.code());
      response = known;
    }
    return known;
  }

  @Override
  public int getResponseCode() throws IOException {
    return response().code();
  }

  @Override
  public String getResponseMessage() throws IOException {
    return response().message();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return allowance.counting(response().body().byteStream());
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    return response == null ? Map.of() : response.headers().toMultimap();
  }

  @Override
  public @Nullable String getHeaderField(String name) {
    return response == null ? null : response.header(name);
  }

  @Override
  public List<String> getHeaderFields(String name) {
    return response == null ? List.of() : response.headers(name);
  }

  @Override
  public @Nullable String getContentType() {
    return getHeaderField("Content-Type");
  }

  @Override
  public int getContentLength() {
    return response == null ? -1 : (int) response.body().contentLength();
  }

  @Override
  public URL getURL() {
    return url;
  }

  @Override
  public void setRequestProperty(String name, String value) {
    if (name.equalsIgnoreCase("Content-Type")) {
      type = value;
    }
    request.header(name, value);
  }

  @Override
  public void setRequestMethod(String name) {
    method = name;
  }

  @Override
  public String getRequestMethod() {
    return method;
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public void connect() throws IOException {
    response();
  }

  @Override
  public boolean usingProxy() {
    return false;
  }

  // The client is set up as a whole; JGit's wishes for one request change nothing.

  @Override
  public void setUseCaches(boolean caches) {}

  @Override
  public void setConnectTimeout(int millis) {}

  @Override
  public void setReadTimeout(int millis) {}

  @Override
  public void setInstanceFollowRedirects(boolean follow) {}

  @Override
  public void setDoOutput(boolean output) {}

  @Override
  public void setFixedLengthStreamingMode(int length) {}

  @Override
  public void setChunkedStreamingMode(int chunk) {}

  @Override
  public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {}

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) {}
}
