package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void everySlotOfEveryClientHasItsOwnNumber() {
    Ids ids = new Ids(1_000_001, 1_000, 64);
    Set<Integer> seen = new HashSet<>();
    for (int place = 0; place < 1_000; place++) {
      for (int slot = 0; slot < 64; slot++) {
        seen.add(ids.of(client(place), slot));
      }
    }
    assertThat(seen).hasSize(64_000).allMatch(id -> id >= 1_000_001 && id < 1_064_001);
  }

  @Test
  void aSlotTooManyIsRefused() {
    assertThatThrownBy(() -> new Ids(1, 10, 4).of(client(0), 4)).hasMessageContaining("4 slots");
  }

  private static Client client(int place) {
    return new Client(100_001 + place, place, Standing.PAST, 0, true);
  }
}
