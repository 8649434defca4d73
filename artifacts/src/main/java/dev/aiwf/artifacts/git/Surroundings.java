package dev.aiwf.artifacts.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every repository that the program writes. What is set up for git on this machine
 * is kept away: the same project gives the same commits everywhere, and nothing is written to
 * somebody's home.
 */
final class Surroundings extends SystemReader.Delegate {

  private Surroundings(SystemReader machine) {
    super(machine);
  }

  static synchronized void shutOut() {
    if (!(SystemReader.getInstance() instanceof Surroundings)) {
      SystemReader.setInstance(new Surroundings(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    FileBasedConfig ours = new Unfiled(parent, fs);
    // JGit knows these two keys and forces nothing without them. They stand here and not in the
    // repositories, because git itself has newer ones and warns of these at every command.
    ours.setBoolean("core", null, "fsyncObjectFiles", true);
    ours.setBoolean("core", null, "fsyncRefFiles", true);
    return ours;
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Unfiled(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Unfiled(parent, fs);
  }

  private static final class Unfiled extends FileBasedConfig {

    Unfiled(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // There is nowhere to save it.
    }

    /**
     * How finely the disk tells times is not measured, which takes seconds and leaves files behind:
     * the coarsest that the library knows is assumed.
     */
    @Override
    public long getTimeUnit(
        String section, @Nullable String part, String name, long otherwise, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION)
          : super.getTimeUnit(section, part, name, otherwise, unit);
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
