package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.OwnersFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The git repositories of a data folder, copied while commits may happen. Git writes an object
 * before the ref that needs it and changes none afterwards; so refs are copied first, and every one
 * that is copied finds its objects.
 */
record RepositoryFiles(Path folder) {

  /** Copies them, and answers with how many files there were. */
  long into(ArchiveWriter archive) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long files = 0;
    for (Path repository : OwnersFile.in(folder)) {
      if (!repository.getFileName().toString().endsWith(".git")) {
        continue;
      }
      Path objects = repository.resolve("objects");
      for (Path file : under(repository, objects)) {
        files += copy(file, archive);
      }
      for (Path file : under(objects, null)) {
        files += copy(file, archive);
      }
    }
    return files;
  }

  private long copy(Path file, ArchiveWriter archive) throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
    archive.add(
        SafeNames.REPOSITORIES + folder.relativize(file).toString().replace('\\', '/'),
        out -> out.write(content));
    return 1;
  }

  private static List<Path> under(Path top, @Nullable Path but) throws IOException {
    List<Path> found = new ArrayList<>();
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(but) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !passing(file.getFileName().toString())) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        };
    Files.walkFileTree(top, visitor);
    return found;
  }

  /** What git is just writing goes by such names. */
  private static boolean passing(String name) {
    return name.endsWith(".lock") || name.endsWith(".tmp") || name.startsWith("tmp_");
  }
}
