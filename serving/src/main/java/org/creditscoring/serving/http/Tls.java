package org.creditscoring.serving.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;

/**
 * The certificate of the service.
 *
 * @param keystore PKCS#12 or JKS, with one private key
 */
public record Tls(Path keystore, String password) {
  /**
   * @throws IllegalArgumentException if the file cannot be read
   */
  public Tls {
    if (!Files.isReadable(keystore)) {
      throw new IllegalArgumentException("the keystore " + keystore + " cannot be read");
    }
  }

  /**
   * @throws IllegalArgumentException if the password does not open it or it holds no key
   */
  void check() {
    try {
      KeyStore store = KeyStore.getInstance(keystore.toFile(), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return;
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the keystore %s cannot be opened with keystorePassword: %s"
              .formatted(keystore, e.getMessage()),
          e);
    }
    throw new IllegalArgumentException("the keystore " + keystore + " holds no private key");
  }

  @Override
  public String toString() {
    return "Tls[" + keystore + "]";
  }
}
