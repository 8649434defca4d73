package dev.aiwf.architect;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands the one wire to langchain4j, whose time-outs don't matter: ours are kept elsewhere. */
final class WireBuilder implements HttpClientBuilder {

  private final Wire wire;
  private Duration connect = Duration.ZERO;
  private Duration read = Duration.ZERO;

  WireBuilder(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Duration connectTimeout() {
    return connect;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    connect = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return read;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    read = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return wire;
  }
}
