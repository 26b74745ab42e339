package org.creditscoring.audit;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Optional;

/**
 * A library that is shipped.
 *
 * @param ecosystem as OSV names it: {@code Maven} or {@code npm}
 * @param name as that ecosystem names it: {@code group:artifact}, or a package of npm
 * @param version of it
 */
record Component(String ecosystem, String name, String version) {
  private static final String MAVEN = "maven";
  private static final String NPM_IN_MAVEN = "org.webjars.npm";
  private static final String OURS = "org.creditscoring";

  /**
   * By its package URL; empty for one of ours. What WebJars repack from npm is known there under
   * its own name.
   *
   * @throws IllegalArgumentException if it is none, or not of Maven
   */
  static Optional<Component> of(String purl) {
    PackageURL url;
    try {
      url = new PackageURL(purl);
    } catch (MalformedPackageURLException e) {
      throw new IllegalArgumentException(purl + " is no package URL: " + e.getMessage(), e);
    }
    if (!url.getType().equals(MAVEN)) {
      throw new IllegalArgumentException(purl + " is no package of Maven");
    }
    if (url.getNamespace().equals(OURS)) {
      return Optional.empty();
    }
    return Optional.of(
        url.getNamespace().equals(NPM_IN_MAVEN)
            ? new Component("npm", url.getName(), url.getVersion())
            : new Component("Maven", url.getNamespace() + ":" + url.getName(), url.getVersion()));
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
