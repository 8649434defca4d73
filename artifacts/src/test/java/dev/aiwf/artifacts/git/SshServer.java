package dev.aiwf.artifacts.git;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.aiwf.testkit.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;

/** A real sshd on loopback with keys that were made for one test. */
final class SshServer implements AutoCloseable {

  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/sbin/sshd"), Path.of("/usr/local/sbin/sshd"));

  private final Path folder;
  private final int port;
  private final Process process;

  private SshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one, or skips the test where there is none. */
  static SshServer started(Path folder) throws Exception {
    Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (program == null) {
      String sentence = "Repositories over ssh are not tested here: no sshd is installed";
      System.out.println(sentence + ".");
      return abort(sentence);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "host");
    run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "client");
    Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    int port = Ports.free();
    Files.writeString(
        folder.resolve("config"),
        """
        ListenAddress 127.0.0.1:%d
        HostKey %2$s/host
        AuthorizedKeysFile %2$s/authorized
        PidFile none
        UsePAM no
        StrictModes no
        PermitRootLogin yes
        PasswordAuthentication no
        """
            .formatted(port, folder));
    Process process =
        new ProcessBuilder(
                program.toString(), "-D", "-e", "-f", folder.resolve("config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    SshServer server = new SshServer(folder, port, process);
    Awaitility.await().until(server::listens);
    return server;
  }

  private boolean listens() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(Files.readString(folder.resolve("log")));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (java.net.ConnectException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Path clientKey() {
    return folder.resolve("client");
  }

  /** The line by which a host of that name is known. */
  String knownAs(String host) throws IOException {
    return "[%s]:%d %s".formatted(host, port, Files.readString(folder.resolve("host.pub")));
  }

  static void run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
