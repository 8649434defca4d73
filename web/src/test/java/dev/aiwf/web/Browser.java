package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without scripts: it follows links and sends forms as they stand in the page. */
final class Browser {

  private final Served served;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private HttpResponse<String> last;
  private Document page;

  Browser(Served served, String path) {
    this.served = served;
    this.last = send(HttpRequest.newBuilder(served.at(path)).build());
    this.page = parsed();
  }

  Browser go(String path) {
    last = send(HttpRequest.newBuilder(served.at(path)).build());
    page = parsed();
    return this;
  }

  int status() {
    return last.statusCode();
  }

  HttpResponse<String> response() {
    return last;
  }

  Document page() {
    return page;
  }

  String path() {
    return last.uri().getPath();
  }

  /** Everything that can be read in a part of the page. */
  String text(String selector) {
    return page.select(selector).text();
  }

  /** Presses the button of that label in the first part of the page that has it. */
  Browser press(String part, String label) {
    return send(formOf(part, label), Map.of());
  }

  /** Fills a form in and presses its button. */
  Browser fill(String part, String label, Map<String, String> values) {
    return send(formOf(part, label), values);
  }

  FormElement formOf(String part, String label) {
    Element button =
        page.select(part + " button").stream()
            .filter(each -> each.ownText().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " is not in " + text(part)));
    assertThat(button.hasAttr("disabled")).isFalse();
    return (FormElement) Objects.requireNonNull(button.closest("form"));
  }

  Browser send(FormElement form, Map<String, String> values) {
    List<String> pairs =
        new ArrayList<>(
            form.formData().stream()
                .filter(pair -> !values.containsKey(pair.key()))
                .map(pair -> encoded(pair.key(), pair.value()))
                .toList());
    values.forEach((name, value) -> pairs.add(encoded(name, value)));
    String address = "http://127.0.0.1:" + served.port();
    last =
        send(
            HttpRequest.newBuilder(URI.create(address + form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    page = parsed();
    return this;
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Document parsed() {
    return Jsoup.parse(last.body(), last.uri().toString());
  }
}
