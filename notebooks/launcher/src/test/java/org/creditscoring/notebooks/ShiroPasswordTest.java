package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.junit.jupiter.api.Test;

class ShiroPasswordTest {
  /** The judge is Shiro itself. */
  @Test
  void shiroAcceptsThePasswordAndNoOther() {
    String hash = ShiroPassword.hash("pässword 7", new SecureRandom());
    DefaultPasswordService shiro = new DefaultPasswordService();

    assertThat(shiro.passwordsMatch("pässword 7", hash)).isTrue();
    assertThat(shiro.passwordsMatch("password 7", hash)).isFalse();
  }

  @Test
  void theSamePasswordTwiceGivesTwoHashes() {
    SecureRandom random = new SecureRandom();

    assertThat(ShiroPassword.hash("x", random)).isNotEqualTo(ShiroPassword.hash("x", random));
  }
}
