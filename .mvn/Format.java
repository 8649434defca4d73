import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs google-java-format over every module: {@code check} names what it would change, {@code write} changes it. */
class Format {

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<String> arguments = new ArrayList<>(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    List<String> sources = sources();
    if (sources.isEmpty()) {
      return;
    }
    arguments.addAll(sources);
    var out = new PrintWriter(System.out, true);
    int exit = new Main(out, new PrintWriter(System.err, true), System.in).format(arguments.toArray(String[]::new));
    out.flush();
    if (exit != 0) {
      System.err.println("These files are not formatted. To format them: ./mvnw -q -N verify -Dformat=write");
    }
    System.exit(exit);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("."))) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(Format::javaFiles)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try {
      return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
