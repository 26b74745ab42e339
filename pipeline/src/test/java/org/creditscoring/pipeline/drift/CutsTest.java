package org.creditscoring.pipeline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;
import org.junit.jupiter.api.Test;

class CutsTest {
  private static final Feature NUMBER =
      Feature.number("A", Unit.NONE)
          .group(Groups.AGE)
          .label("a", "a")
          .description("a", "a")
          .build();

  private static final Feature SCHOOL =
      Feature.category(
              "B",
              List.of(
                  new Category("low", new Text("low", "bas")),
                  new Category("high", new Text("high", "haut"))))
          .group(Groups.EDUCATION)
          .label("b", "b")
          .description("b", "b")
          .build();

  @Test
  void aValueOnAnEdgeIsAboveItAndNoValueIsLeftOut() {
    Cuts cuts = Cuts.of(NUMBER).and(new double[] {0, 2.5}).and(new double[] {2.5, 7});

    assertThat(cuts.edges()).containsExactly(0, 2.5, 7);
    assertThat(cuts.bins()).isEqualTo(5);
    assertThat(bins(cuts, -1e30f, -0.0f, 0, 2.4999998f, 2.5f, 7, 1e30f, Float.NaN))
        .containsExactly(0, 1, 1, 1, 2, 3, 3, 4);
  }

  /** As floats 0.1 and 0.3 are more than as doubles, and 0.7 is less. */
  @Test
  void edgesAreDoublesAndValuesAreFloats() {
    Cuts cuts = Cuts.of(NUMBER).and(new double[] {0.1, 0.3, 0.7});

    assertThat(
            bins(
                cuts,
                Math.nextDown(0.1f),
                0.1f,
                Math.nextDown(0.3f),
                0.3f,
                0.7f,
                Math.nextUp(0.7f)))
        .containsExactly(0, 1, 1, 2, 2, 3);
  }

  /** Against the definition: how many edges a value is not below. */
  @Test
  void anyNumberOfEdges() {
    Random random = new Random(5);
    for (int count = 0; count < 70; count++) {
      double[] edges = random.doubles(count, -3, 3).sorted().toArray();
      Cuts cuts = Cuts.of(NUMBER).and(edges);
      for (int i = 0; i < 50; i++) {
        float value = (float) (4 * random.nextGaussian());
        assertThat(bins(cuts, value))
            .containsExactly((int) DoubleStream.of(edges).filter(edge -> value >= edge).count());
      }
    }
  }

  private static int[] bins(Cuts cuts, float... values) {
    BinCounts counts = new BinCounts(new Cuts[] {cuts});
    int[] bins = new int[values.length];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = counts.bin(0, values[i]);
    }
    return bins;
  }

  @Test
  void aCategoryIsItsOwnBin() {
    Cuts cuts = Cuts.of(SCHOOL).and(new double[] {0.5});

    assertThat(bins(cuts, 0, 1, Float.NaN)).containsExactly(0, 1, 2);
    assertThat(
            Cuts.of(
                    Feature.flag("C")
                        .group(Groups.AGE)
                        .label("c", "c")
                        .description("c", "c")
                        .build())
                .bins())
        .isEqualTo(3);
  }

  @Test
  void countsAddUpByKind() {
    Cuts[] cuts = {Cuts.of(NUMBER).and(new double[] {1}), Cuts.of(SCHOOL)};
    BinCounts first = new BinCounts(cuts);
    first.add(0, 0.5f, ClientKind.of(0));
    first.add(0, 1, ClientKind.of(1));
    first.add(1, 1, ClientKind.of(-1));
    BinCounts second = new BinCounts(cuts);
    second.add(0, Float.NaN, ClientKind.PAST);
    second.add(0, 5, ClientKind.PAST);

    first.add(second);

    assertThat(first.of(0, ClientKind.PAST)).containsExactly(1, 2, 1);
    assertThat(first.of(0, ClientKind.CURRENT)).containsExactly(0, 0, 0);
    assertThat(first.of(1, ClientKind.CURRENT)).containsExactly(0, 1, 0);
  }

  /** Bins below 1, 1 to 3, from 3 on, put together to below 3 and from 3 on. */
  @Test
  void finerBinsAreCountedInCoarserOnes() {
    Counted coarse = counted(new double[] {3}, List.of(), new long[] {9, 9, 9});
    Counted fine = counted(new double[] {1, 3}, List.of(), new long[] {1, 2, 4, 8});

    assertThat(fine.in(coarse, ClientKind.PAST)).containsExactly(3, 4, 0, 8);
  }

  @Test
  void categoriesAreToldByTheirCodesAndNewOnesApart() {
    Counted before = counted(new double[0], List.of("low", "high"), new long[] {9, 9, 9});
    Counted now = counted(new double[0], List.of("new", "high", "low"), new long[] {1, 2, 4, 8});

    assertThat(now.in(before, ClientKind.PAST)).containsExactly(4, 2, 1, 8);
  }

  @Test
  void binsThatAreNotThoseOfTheEdgesAreRefused() {
    assertThatThrownBy(() -> counted(new double[] {1}, List.of(), new long[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A has 2 and 2 bins for 3");
  }

  private static Counted counted(double[] edges, List<String> codes, long[] past) {
    return new Counted("A", edges, codes, past, new long[past.length], Double.NaN, Double.NaN);
  }
}
