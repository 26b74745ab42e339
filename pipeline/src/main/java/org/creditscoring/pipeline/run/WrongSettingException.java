package org.creditscoring.pipeline.run;

/** A setting, or a flag that stands for one, cannot be used; the message names it. */
public final class WrongSettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongSettingException(RuntimeException cause) {
    super("wrong setting: " + cause.getMessage(), cause);
  }
}
