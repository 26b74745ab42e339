package org.creditscoring.notebooks.interpreter.sentence;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One field that a paragraph offers: plain in the official interfaces, fitting in the report view.
 */
public final class Field {
  /** How the report view shows it. */
  public enum Look {
    TEXT,
    /** Several lines. */
    LONG,
    NUMBER,
    /** A number between two ends. */
    SLIDER,
    SELECT
  }

  private final String name;
  private final String label;
  private final Look look;
  private final String initial;
  private final Map<String, String> choices;
  private final Map<String, Double> limits = new LinkedHashMap<>();

  private Field(String name, String label, Look look, String initial, Map<String, String> choices) {
    this.name = name;
    this.label = label;
    this.look = look;
    this.initial = initial;
    this.choices = choices;
  }

  /** A line of text. */
  public static Field text(String name, String label, String initial) {
    return new Field(name, label, Look.TEXT, initial, Map.of());
  }

  /** Several lines of text. */
  public static Field lines(String name, String label, String initial) {
    return new Field(name, label, Look.LONG, initial, Map.of());
  }

  static Field number(String name, String label, String initial) {
    return new Field(name, label, Look.NUMBER, initial, Map.of());
  }

  /**
   * @param step between two values that can be chosen, from the minimum
   */
  static Field slider(
      String name, String label, String initial, double minimum, double maximum, double step) {
    Field field = new Field(name, label, Look.SLIDER, initial, Map.of());
    field.limits.put("min", minimum);
    field.limits.put("max", maximum);
    field.limits.put("step", step);
    return field;
  }

  /**
   * @param choices value to label, in the order shown
   */
  static Field select(String name, String label, Map<String, String> choices, String initial) {
    return new Field(name, label, Look.SELECT, initial, choices);
  }

  public String name() {
    return name;
  }

  public String label() {
    return label;
  }

  public Look look() {
    return look;
  }

  /** What it holds before anybody filled it in. */
  public String initial() {
    return initial;
  }

  /** Value to label; empty unless this is a select box. */
  public Map<String, String> choices() {
    return choices;
  }

  /** {@code min}, {@code max} and {@code step} of a slider. */
  public Map<String, Double> limits() {
    return limits;
  }
}
