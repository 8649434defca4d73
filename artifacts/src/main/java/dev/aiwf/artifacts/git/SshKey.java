package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads a private key for ssh. */
final class SshKey {

  private static final String UNREADABLE =
      "The file that AIWF_REPOSITORY_KEY_FILE names holds no private key for ssh that can be read."
          + " A key without a passphrase is needed, as ssh-keygen -t ed25519 makes it.";

  private SshKey() {}

  static Iterable<KeyPair> read(Path file) throws NotEver {
    try (InputStream in = Files.newInputStream(file)) {
      Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(null, () -> "key", in, null);
      if (pairs != null && pairs.iterator().hasNext()) {
        return pairs;
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Told below without it: its message may quote the key.
    }
    throw new NotEver(UNREADABLE);
  }
}
