package dev.aiwf.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of a pack, which is text and of a size that people write. */
final class TextFile {

  /** In bytes. */
  static final int LARGEST = 512 * 1024;

  private TextFile() {}

  /** The text with plain line ends; none, and a problem, if it can't be read. */
  static Optional<String> read(Source source, Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        source.problem(1, Files.exists(file) ? "This is not a file." : "There is no such file.");
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        source.problem(1, "This is larger than %,d bytes.".formatted(LARGEST));
        return Optional.empty();
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      // Editors on Windows put a mark before the first character.
      String begun = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return Optional.of(begun.replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      source.problem(1, "This is not text in UTF-8.");
    } catch (IOException e) {
      source.problem(1, "This can't be read: " + e.getClass().getSimpleName() + ".");
    }
    return Optional.empty();
  }
}
