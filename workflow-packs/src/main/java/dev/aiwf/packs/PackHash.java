package dev.aiwf.packs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Digests every file of a pack, by name and content, so that an edited pack is another one. Each
 * name and each content is preceded by its length: no two packs read as the same bytes.
 */
final class PackHash {

  private static final int MOST_FILES = 2_000;

  /** They try a pack and are no part of what a run follows. */
  private static final List<String> TRIALS =
      List.of("prompts/" + Scenarios.FOLDER + "/", "prompts/" + Scenarios.TALKS + "/");

  private PackHash() {}

  static Optional<String> of(PackFolder folder, Source source) {
    Map<String, Path> files = new TreeMap<>();
    try {
      collect("prompts/", folder.prompts(), files, source);
      collect("templates/", folder.templates(), files, source);
      if (files.size() > MOST_FILES) {
        source.problem(1, "A pack has %,d files at most.".formatted(MOST_FILES));
        return Optional.empty();
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.entrySet()) {
        add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
        if (Files.size(file.getValue()) > TextFile.LARGEST) {
          source.problem(
              1, "%s is larger than %,d bytes.".formatted(file.getKey(), TextFile.LARGEST));
          return Optional.empty();
        }
        add(digest, Files.readAllBytes(file.getValue()));
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      source.problem(1, "The pack's files can't be read: " + e.getClass().getSimpleName() + ".");
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void collect(String prefix, Path folder, Map<String, Path> files, Source source)
      throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String name = prefix + folder.relativize(file).toString().replace('\\', '/');
        if (Files.isSymbolicLink(file)) {
          source.problem(1, name + " is a link; a pack holds its own files.");
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && TRIALS.stream().noneMatch(name::startsWith)) {
          files.put(name, file);
        }
      }
    }
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
