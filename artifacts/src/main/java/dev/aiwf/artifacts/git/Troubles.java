package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.rules.Clean;
import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what went wrong with a remote repository, and whether to try again. */
final class Troubles {

  private static final int LONGEST_QUOTE = 200;

  /** What git's own server, GitHub, GitLab and others say over ssh. */
  private static final Pattern NO_REPOSITORY =
      Pattern.compile(
          "(?i)repository.{0,200}(not found|could not be found)|does not appear to be a git"
              + "|no such (file|repository|project)");

  private static final Pattern NO_RIGHT =
      Pattern.compile(
          "(?i)permission.{0,100}denied|read.?only|not allowed to (push|upload)|access denied");
  private static final Pattern NO_LOGIN =
      Pattern.compile(
          "(?i)cannot log in|no more authentication methods|not authorized|authentication");

  private final Address address;
  private final Set<String> secrets;

  Troubles(Address address, Set<String> secrets) {
    this.address = address;
    this.secrets = secrets;
  }

  /**
   * Throws what the trouble amounts to.
   *
   * @param status the last answer's status, over https
   */
  void tell(IOException trouble, int status) throws NotNow, NotEver {
    IOException cause = redacted(trouble);
    List<Throwable> chain = chain(trouble);
    for (Throwable each : chain) {
      if (each instanceof Refused refused) {
        if (refused.isForGood()) {
          throw new NotEver(String.valueOf(refused.getMessage()), cause);
        }
        throw new NotNow(String.valueOf(refused.getMessage()), cause);
      }
    }
    String forGood = forGood(chain, said(trouble), status);
    if (forGood != null) {
      throw new NotEver(forGood, cause);
    }
    throw new NotNow(
        "%s can't be reached just now: %s".formatted(address, quoted(said(trouble))), cause);
  }

  private @Nullable String forGood(List<Throwable> chain, String said, int status) {
    boolean https = address.scheme() == Address.Scheme.HTTPS;
    if (chain.stream()
        .anyMatch(each ->
            each instanceof CertificateException
                || each instanceof CertPathValidatorException
                || each instanceof SSLPeerUnverifiedException)) {
      return ("The certificate of %s is not trusted. If it is your own, name the file of who signed"
              + " it in AIWF_REPOSITORY_CERTIFICATES.")
          .formatted(address.host());
    }
    if (status == 401 || (!https && NO_LOGIN.matcher(said).find())) {
      return notSignedIn(https);
    }
    if (status == 403 || (!https && NO_RIGHT.matcher(said).find())) {
      return "%s lets aiwf in, but not to do this. Give its %s the right to read and write there."
          .formatted(address, https ? "token" : "key");
    }
    if (status == 404
        || chain.stream().anyMatch(NoRemoteRepositoryException.class::isInstance)
        || NO_REPOSITORY.matcher(said).find()) {
      return ("There is no repository at %s, or aiwf may not see it. Check the address, and what"
              + " its %s opens.")
          .formatted(address, https ? "token" : "key");
    }
    return null;
  }

  private String notSignedIn(boolean https) {
    if (!https) {
      return "%s does not take aiwf's key. Add it there, or set another with AIWF_REPOSITORY_KEY_FILE."
          .formatted(address.host());
    }
    return secrets.isEmpty()
        ? "%s wants a token, and none is set for it: see AIWF_REPOSITORY_TOKENS."
            .formatted(address.host())
        : "%s does not take aiwf's token: it is wrong or has expired. Set another with AIWF_REPOSITORY_TOKENS."
            .formatted(address.host());
  }

  /** Whether objects that should be here are not, or are not what they should be. */
  static boolean isDamage(Exception trouble) {
    return chain(trouble).stream()
        .anyMatch(each ->
            each instanceof CorruptObjectException || each instanceof MissingObjectException);
  }

  /** What another program said, short, on one line, and without what must not be repeated. */
  String quoted(String said) {
    return Clean.shortened(Clean.line(masked(said)), LONGEST_QUOTE);
  }

  private static String said(IOException trouble) {
    return String.valueOf(trouble.getMessage());
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, "…");
    }
    return masked;
  }

  /** For the log: as it was, unless it repeats a secret. */
  private IOException redacted(IOException trouble) {
    boolean tells =
        chain(trouble).stream()
            .map(each -> String.valueOf(each.getMessage()))
            .anyMatch(message -> !masked(message).equals(message));
    return tells ? new IOException(masked(said(trouble))) : trouble;
  }

  private static List<Throwable> chain(Throwable first) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = first; each != null && seen.add(each); each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }
}
