package dev.aiwf.app;

import dev.aiwf.architect.ArchitectSettings;
import dev.aiwf.architect.ArchitectSettings.Model;
import dev.aiwf.architect.Patience;
import dev.aiwf.architect.Price;
import dev.aiwf.architect.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Reads which models are set, and what is wrong with that. */
final class ModelsRead {

  private final Found found;
  private final Checks checks;

  ModelsRead(Found found, Checks checks) {
    this.found = found;
    this.checks = checks;
  }

  /** What one of the two is set with. */
  private enum Place {
    FIRST(Setting.LLM_PROVIDER, Setting.LLM_MODEL, Setting.LLM_BASE_URL, Setting.LLM_PRICE),
    SECOND(
        Setting.LLM_FALLBACK_PROVIDER,
        Setting.LLM_FALLBACK_MODEL,
        Setting.LLM_FALLBACK_BASE_URL,
        Setting.LLM_FALLBACK_PRICE);

    private final Setting provider;
    private final Setting model;
    private final Setting address;
    private final Setting price;

    Place(Setting provider, Setting model, Setting address, Setting price) {
      this.provider = provider;
      this.model = model;
      this.address = address;
      this.price = price;
    }
  }

  /** Who is asked, and where. */
  private record Asked(Place place, Optional<Provider> provider, Optional<URI> address) {

    /** The same provider's name for two addresses, which may well be two makers. */
    boolean isApartFrom(Asked other) {
      return provider.isPresent()
          && provider.equals(other.provider)
          && !address.equals(other.address);
    }
  }

  Optional<ArchitectSettings> read() {
    Asked first = asked(Place.FIRST);
    Asked second = asked(Place.SECOND);
    found.oneWithoutOther(Setting.LLM_FALLBACK_PROVIDER, Setting.LLM_PROVIDER);
    found.oneWithoutOther(Setting.LLM_FALLBACK_KEY, Setting.LLM_FALLBACK_PROVIDER);
    boolean apart = second.isApartFrom(first);
    Optional<String> own = key(Setting.LLM_FALLBACK_KEY);
    Optional<Model> one = model(first, usualKey(first), false);
    Optional<Model> other =
        model(second, own.or(() -> apart ? Optional.empty() : usualKey(second)), apart);
    return one.map(model -> new ArchitectSettings(model, other, Patience.usual()));
  }

  private Asked asked(Place place) {
    found.oneWithoutOther(place.provider, place.model);
    found.oneWithoutOther(place.model, place.provider);
    found.oneWithoutOther(place.address, place.provider);
    found.oneWithoutOther(place.price, place.provider);
    return new Asked(
        place,
        checks.one(place.provider, value -> Values.oneOf(Provider.class, value)),
        checks.one(place.address, Values::web).map(URI::create));
  }

  private Optional<Model> model(Asked asked, Optional<String> key, boolean apart) {
    Optional<String> name = checks.one(asked.place().model, Values::modelName);
    Optional<Price> price = checks.one(asked.place().price, Values::price);
    if (asked.provider().isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Provider provider = asked.provider().get();
    if (key.isEmpty() && needsKey(provider, asked.address())) {
      Setting missing =
          apart ? Setting.LLM_FALLBACK_KEY : usual(provider).orElse(Setting.LLM_FALLBACK_KEY);
      missing(missing, asked.place(), provider);
    }
    if (key.isPresent() && asked.address().filter(ModelsRead::isOpenToOthers).isPresent()) {
      found.problem(
          asked.place().address.key()
              + " would have a key sent where others can read it; an address with https:// is"
              + " right, or http:// on this machine.");
    }
    return Optional.of(new Model(provider, name.get(), asked.address(), key, price));
  }

  /** Gemini's has two names; the rest have one, and Ollama none. */
  private Optional<String> usualKey(Asked asked) {
    Optional<Setting> setting = asked.provider().flatMap(ModelsRead::usual);
    Optional<String> key = setting.flatMap(this::key);
    return setting.filter(Setting.GEMINI_API_KEY::equals).isPresent()
        ? key.or(() -> key(Setting.GOOGLE_API_KEY))
        : key;
  }

  private Optional<String> key(Setting setting) {
    return checks.one(setting, Values::token);
  }

  private void missing(Setting key, Place place, Provider provider) {
    found.problem(
        "%s is missing, while %s is %s."
            .formatted(key.key(), place.provider.key(), provider.name().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Setting> usual(Provider provider) {
    return switch (provider) {
      case OPENAI -> Optional.of(Setting.OPENAI_API_KEY);
      case ANTHROPIC -> Optional.of(Setting.ANTHROPIC_API_KEY);
      case GEMINI -> Optional.of(Setting.GEMINI_API_KEY);
      case OLLAMA -> Optional.empty();
    };
  }

  private static boolean needsKey(Provider provider, Optional<URI> address) {
    return switch (provider) {
      case ANTHROPIC, GEMINI -> true;
      case OPENAI -> address.isEmpty();
      case OLLAMA -> false;
    };
  }

  /** By what it says, without asking anybody where a name leads. */
  private static boolean isOpenToOthers(URI address) {
    String host = address.getHost();
    boolean loopback =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    return "http".equals(address.getScheme()) && !loopback;
  }
}
