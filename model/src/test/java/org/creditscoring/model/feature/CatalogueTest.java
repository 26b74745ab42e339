package org.creditscoring.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Feature INCOME = number("INCOME").build();
  private static final Feature BIRTH = number("BIRTH").build();
  private static final Feature GENDER =
      Feature.category("GENDER", List.of(new Category("F", new Text("woman", "femme"))))
          .group(Groups.IDENTITY)
          .label("Gender", "Sexe")
          .forbidden("The law forbids it.", "La loi l'interdit.")
          .build();

  private static FeatureBuilder number(String name) {
    return Feature.number(name, Unit.NONE).group(Groups.INCOME).label(name, name);
  }

  @Test
  void ordersFeaturesThenInputsThenForbidden() {
    Catalogue catalogue = new Catalogue(List.of(INCOME), List.of(BIRTH), List.of(GENDER));
    assertThat(catalogue.values()).containsExactly(INCOME, BIRTH, GENDER);
    assertThat(catalogue.position("GENDER")).hasValue(2);
    assertThat(catalogue.position("OTHER")).isEmpty();
  }

  /**
   * CREDIT_TO_INCOME reads AMT_CREDIT and AMT_INCOME_TOTAL; nothing that stays reads the others.
   */
  @Test
  void whatIsLeftOutStaysAsAnInputWhereARowFeatureReadsIt() {
    Feature credit = number("AMT_CREDIT").build();
    Feature income = number("AMT_INCOME_TOTAL").build();
    Feature goods = number("AMT_GOODS_PRICE").build();
    Feature ratio = number("CREDIT_TO_INCOME").build();
    Catalogue catalogue =
        new Catalogue(List.of(credit, goods, income, ratio), List.of(BIRTH), List.of(GENDER));

    assertThat(catalogue.keeping(Set.of("CREDIT_TO_INCOME", "AMT_INCOME_TOTAL")))
        .isEqualTo(new Catalogue(List.of(income, ratio), List.of(credit), List.of(GENDER)));
  }

  @Test
  void aModelCannotBeGivenAForbiddenFeature() {
    assertThatThrownBy(() -> new Catalogue(List.of(GENDER), List.of(), List.of()))
        .hasMessage("a model may not be given GENDER: The law forbids it.");
    assertThatThrownBy(() -> new Catalogue(List.of(), List.of(), List.of(INCOME)))
        .hasMessage("INCOME is not forbidden");
  }

  @Test
  void aNameIsTakenOnce() {
    assertThatThrownBy(() -> new Catalogue(List.of(INCOME), List.of(INCOME), List.of()))
        .hasMessage("INCOME is in the catalogue twice");
  }

  @Test
  void aFeatureIsCompleteOrRefused() {
    assertThatThrownBy(
            () -> Feature.number("x", Unit.NONE).group(Groups.AGE).label("x", "x").build())
        .hasMessage("not a feature name: 'x'");
    assertThatThrownBy(() -> Feature.number("X", Unit.NONE).group(Groups.AGE).build())
        .hasMessage("X has no label");
    assertThatThrownBy(() -> Feature.number("X", Unit.NONE).label("x", "x").build())
        .hasMessage("X belongs to no reason group");
    assertThatThrownBy(() -> number("X").label("only English", ""))
        .hasMessageContaining("in both languages or in none");
    assertThatThrownBy(
            () -> Feature.category("X", List.of()).group(Groups.AGE).label("x", "x").build())
        .hasMessage("X is CATEGORY with 0 categories");
    Category twice = new Category("A", new Text("a", "a"));
    assertThatThrownBy(
            () ->
                Feature.category("X", List.of(twice, twice))
                    .group(Groups.AGE)
                    .label("x", "x")
                    .build())
        .hasMessage("X names the category 'A' twice");
  }

  @Test
  void findsACategoryByItsCode() {
    assertThat(GENDER.category("F")).hasValue(0);
    assertThat(GENDER.category("XNA")).isEmpty();
  }

  @Test
  void knowsTheLanguageOfATag() {
    assertThat(Language.of("fr-CA")).contains(Language.FR);
    assertThat(Language.of("EN_us")).contains(Language.EN);
    assertThat(Language.of("de")).isEmpty();
  }
}
