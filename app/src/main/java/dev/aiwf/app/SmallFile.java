package dev.aiwf.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text that is small if it is what it should be. */
final class SmallFile {

  static final int LARGEST = 64 * 1024;

  private SmallFile() {}

  /** Its text, or a sentence about why there is none. */
  static String read(Path file) throws NotRight {
    if (Files.isDirectory(file)) {
      throw new NotRight(file + " is a folder; a file is needed.");
    }
    // A pipe or a device might never come to its end.
    if (!Files.isRegularFile(file)) {
      throw new NotRight(
          Files.exists(file) ? file + " is not an ordinary file." : file + " is not there.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new NotRight(
            "%s is larger than %d KB, which can't be meant.".formatted(file, LARGEST / 1024));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotRight(file + " is not text in UTF-8.");
    } catch (AccessDeniedException e) {
      throw new NotRight(file + " may not be read by the user that aiwf runs as.");
    } catch (IOException e) {
      throw new NotRight("%s can't be read: %s".formatted(file, e.getMessage()));
    }
  }
}
