package org.creditscoring.serving.http;

import java.nio.file.Files;
import java.nio.file.Path;

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

  @Override
  public String toString() {
    return "Tls[" + keystore + "]";
  }
}
