package dev.aiwf.packs;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org has it, without build data.
 *
 * @param core major, minor and patch
 * @param pre what stands after the hyphen, part by part; empty for a release
 */
record Semver(List<BigInteger> core, List<String> pre) implements Comparable<Semver> {

  private static final Pattern FORM =
      Pattern.compile(
          "(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})"
              + "(?:-([0-9A-Za-z-]{1,30}(?:\\.[0-9A-Za-z-]{1,30}){0,5}))?");

  static Optional<Semver> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String pre = matcher.group(4);
    return Optional.of(
        new Semver(
            List.of(
                new BigInteger(matcher.group(1)),
                new BigInteger(matcher.group(2)),
                new BigInteger(matcher.group(3))),
            pre == null ? List.of() : List.of(pre.split("\\.", -1))));
  }

  @Override
  public int compareTo(Semver other) {
    for (int i = 0; i < core.size(); i++) {
      int order = core.get(i).compareTo(other.core.get(i));
      if (order != 0) {
        return order;
      }
    }
    // A release comes after what led up to it.
    if (pre.isEmpty() || other.pre.isEmpty()) {
      return Boolean.compare(pre.isEmpty(), other.pre.isEmpty());
    }
    for (int i = 0; i < Math.min(pre.size(), other.pre.size()); i++) {
      int order = comparePart(pre.get(i), other.pre.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pre.size(), other.pre.size());
  }

  private static int comparePart(String one, String other) {
    boolean number = one.chars().allMatch(Character::isDigit);
    boolean otherNumber = other.chars().allMatch(Character::isDigit);
    if (number && otherNumber) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return number == otherNumber ? one.compareTo(other) : Boolean.compare(otherNumber, number);
  }
}
