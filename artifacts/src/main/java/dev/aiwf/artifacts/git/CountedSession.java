package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.RemoteSession;

/** A session whose other side is held to the limits. */
final class CountedSession implements RemoteSession {

  private final RemoteSession session;
  private final Allowance allowance;

  CountedSession(RemoteSession session, Allowance allowance) {
    this.session = session;
    this.allowance = allowance;
  }

  @Override
  public Process exec(String command, int timeout) throws IOException {
    return new Counted(session.exec(command, timeout));
  }

  @Override
  public void disconnect() {
    session.disconnect();
  }

  private final class Counted extends Process {
    private final Process process;
    private final InputStream in;

    Counted(Process process) {
      this.process = process;
      this.in = allowance.counting(process.getInputStream());
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public OutputStream getOutputStream() {
      return process.getOutputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return process.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
      return process.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
      return process.exitValue();
    }

    @Override
    public void destroy() {
      process.destroy();
    }
  }
}
