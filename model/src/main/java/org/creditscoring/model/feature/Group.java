package org.creditscoring.model.feature;

/** Features that say nearly the same thing, given to a person as one reason. */
public record Group(String name, Text label) {
  public Group {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "a group's name is lower case letters, digits and dashes: '" + name + "'");
    }
  }

  static Group of(String name, String en, String fr) {
    return new Group(name, new Text(en, fr));
  }
}
