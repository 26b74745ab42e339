package org.creditscoring.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.impl.ConfigImpl;
import org.creditscoring.pipeline.raw.RawReader;
import org.junit.jupiter.api.Test;

class CodeVersionTest {
  @Test
  void differsByPackageAndIsTheSameForTwoOfOnePackage() {
    assertThat(CodeVersion.of(Cache.class))
        .isEqualTo(CodeVersion.of(CodeVersion.class))
        .isNotEqualTo(CodeVersion.of(RawReader.class))
        .isNotEqualTo(CodeVersion.of(Cache.class, RawReader.class))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void readsClassesInAJarToo() {
    assertThat(Config.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
    assertThat(CodeVersion.of(Config.class))
        .isEqualTo(CodeVersion.of(ConfigFactory.class))
        .isNotEqualTo(CodeVersion.of(ConfigImpl.class));
  }
}
