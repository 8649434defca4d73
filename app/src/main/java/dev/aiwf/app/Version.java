package dev.aiwf.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is. */
final class Version implements IVersionProvider {

  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("from sources");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"aiwf " + number()};
  }
}
