package dev.aiwf.artifacts.git;

import java.io.File;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/** Ssh as the operator set it up, and nothing of what somebody's home says about it. */
final class SshFactory extends SshdSessionFactory {

  private final Iterable<KeyPair> keys;
  private final HostKeys hostKeys;

  SshFactory(Path nobody, Iterable<KeyPair> keys, HostKeys hostKeys) {
    super(null, null);
    this.keys = keys;
    this.hostKeys = hostKeys;
    setHomeDirectory(nobody.toFile());
    setSshDirectory(nobody.toFile());
  }

  @Override
  protected @Nullable File getSshConfig(File directory) {
    return null;
  }

  @Override
  protected ServerKeyDatabase getServerKeyDatabase(File home, File directory) {
    return hostKeys.over(createServerKeyDatabase(home, directory));
  }

  @Override
  protected List<Path> getDefaultKnownHostsFiles(File directory) {
    return List.of(hostKeys.file());
  }

  @Override
  protected Iterable<KeyPair> getDefaultKeys(File directory) {
    return keys;
  }

  @Override
  protected List<Path> getDefaultIdentities(File directory) {
    return List.of();
  }

  @Override
  protected @Nullable ConnectorFactory getConnectorFactory() {
    return null;
  }

  @Override
  protected String getDefaultPreferredAuthentications() {
    return "publickey";
  }
}
