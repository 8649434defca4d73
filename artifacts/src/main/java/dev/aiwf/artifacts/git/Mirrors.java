package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * What is known of linked repositories, one folder for each address. Nothing is kept here that its
 * remote does not have: it may be deleted at any time and is then fetched anew.
 */
final class Mirrors {

  private static final String UNUSED = "unused";
  private static final int NAME_LENGTH = 32;

  private final Path folder;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<String, Boolean> swept = new ConcurrentHashMap<>();

  Mirrors(Path folder) {
    this.folder = folder;
  }

  /** Takes the place of a home for whoever looks for one. */
  Path nobody() {
    return folder.resolve("nobody");
  }

  /** One project at a time: several may share a mirror. */
  ReentrantLock lock(Address address) {
    return locks.computeIfAbsent(name(address), _ -> new ReentrantLock());
  }

  /** The mirror, made if it is not there. */
  synchronized Repository open(Address address) throws IOException {
    Bare bare = bare(address);
    if (!bare.isThere()) {
      bare.remove();
      bare.make(UNUSED);
      unforced(bare);
    }
    if (swept.putIfAbsent(bare.name(), true) == null) {
      sweep(bare.git());
    }
    return bare.open();
  }

  /** Forcing to the disk is for what exists nowhere else. */
  private static void unforced(Bare bare) throws IOException {
    try (Repository mirror = bare.open()) {
      StoredConfig config = mirror.getConfig();
      config.setBoolean("core", null, "fsyncObjectFiles", false);
      config.setBoolean("core", null, "fsyncRefFiles", false);
      config.save();
    }
  }

  /** Whether anything is known of it. */
  boolean isThere(Address address) {
    return bare(address).isThere();
  }

  /** Forgets what is known, after something in it turned out to be damaged. */
  NotNow damaged(Address address, Exception trouble) {
    try {
      bare(address).remove();
    } catch (IOException e) {
      trouble.addSuppressed(e);
    }
    return new NotNow(
        "What was kept of %s is damaged and is fetched anew.".formatted(address), trouble);
  }

  /** Locks outlive whoever was killed with them in hand; nobody else writes here. */
  private static void sweep(Path git) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(git)) {
      left = files.filter(Mirrors::isLeft).toList();
    }
    for (Path each : left) {
      Files.deleteIfExists(each);
    }
  }

  private static boolean isLeft(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".lock")
        || name.endsWith(".keep")
        || name.startsWith("incoming_")
        || name.startsWith("noz");
  }

  private Bare bare(Address address) {
    return new Bare(folder, name(address));
  }

  private static String name(Address address) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(address.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
