package org.creditscoring.serving.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Audit entries as JSON lines on standard output, for a platform that keeps nothing else. */
public final class AuditStream implements Audit {
  private final OutputStream out;

  /** Whether what was written last may be half a line. */
  private boolean torn;

  /**
   * @param out not buffered: what is written is out of the process
   */
  AuditStream(OutputStream out) {
    this.out = out;
  }

  public static AuditStream standardOutput() {
    return new AuditStream(new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public void write(AuditEntry entry) {
    byte[] line = AuditLine.of(entry);
    synchronized (this) {
      try {
        if (torn) {
          // Ends the half line, so that each line after it is one.
          out.write('\n');
        }
        torn = true;
        out.write(line);
        torn = false;
      } catch (IOException e) {
        throw new AuditException("the audit log cannot be written to standard output", e);
      }
    }
  }
}
