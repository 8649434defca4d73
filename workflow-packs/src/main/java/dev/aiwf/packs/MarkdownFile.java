package dev.aiwf.packs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Markdown file with keys in one of a pack's folders.
 *
 * @param name how it is called in its folder
 * @param source the file itself
 * @param text what is in it, if it could be read
 */
record MarkdownFile(String name, Source source, Optional<FrontMatter> text) {

  /**
   * All that are in a folder, in the order of their names.
   *
   * @param what how to call one at the head of a sentence, for example {@code A step}
   */
  static List<MarkdownFile> in(
      PackFolder folder, String name, String what, Collection<Problem> problems) {
    Path parent = folder.prompts().resolve(name);
    TreeMap<String, Path> paths = new TreeMap<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, "*.md")) {
        found.forEach(path -> paths.put(String.valueOf(path.getFileName()), path));
      } catch (IOException e) {
        new Source(folder.prompt(name), problems)
            .problem(1, "This folder can't be read: " + e.getClass().getSimpleName() + ".");
      }
    }
    List<MarkdownFile> files = new ArrayList<>();
    paths.forEach((file, path) -> {
      Source source = new Source(folder.prompt(name + "/" + file), problems);
      files.add(
          new MarkdownFile(
              file,
              source,
              TextFile.read(source, path).flatMap(text -> FrontMatter.read(source, text, what))));
    });
    return files;
  }
}
