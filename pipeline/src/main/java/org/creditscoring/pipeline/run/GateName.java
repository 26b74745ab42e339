package org.creditscoring.pipeline.run;

/** A gate whose levels can be set; what each means, and its unit, stands in reference.conf. */
public enum GateName {
  FEWER_CLIENTS("fewerClients"),
  MORE_CLIENTS("moreClients"),
  FEWER_ROWS("fewerRows"),
  MORE_ROWS("moreRows"),
  SET_ASIDE("setAside"),
  MISSING_TRAINING("missingTraining"),
  MISSING_LAST("missingLast"),
  PSI_TRAINING("psiTraining"),
  PSI_LAST("psiLast"),
  SCORE_TRAINING("scoreTraining"),
  SCORE_LAST("scoreLast"),
  NEW_MODEL_AUC("newModelAuc"),
  NEW_MODEL_CALIBRATION("newModelCalibration");

  private final String setting;

  GateName(String setting) {
    this.setting = setting;
  }

  /** Its block below {@code credit.pipeline.gates}, and its name in reports. */
  public String setting() {
    return setting;
  }
}
