package org.creditscoring.serving.snapshot;

import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.creditscoring.model.snapshot.Layout.Client;

/** Which columns {@code clients} must have, and where their values are. */
final class ClientSchema {
  private static final Map<String, PrimitiveTypeName> SCALARS =
      Map.of(
          Client.ID, PrimitiveTypeName.INT32,
          Client.FOLD, PrimitiveTypeName.INT32,
          Client.OUTCOME, PrimitiveTypeName.INT32,
          Client.MARGIN, PrimitiveTypeName.FLOAT,
          Client.BASE_VALUE, PrimitiveTypeName.FLOAT,
          Client.PROBABILITY, PrimitiveTypeName.FLOAT,
          Client.POINTS, PrimitiveTypeName.INT32,
          Client.PERCENTILE, PrimitiveTypeName.FLOAT,
          Client.DECISION, PrimitiveTypeName.BINARY);
  private static final Map<String, PrimitiveTypeName> LISTS =
      Map.of(
          Client.REASONS, PrimitiveTypeName.INT32,
          Client.VALUES, PrimitiveTypeName.FLOAT,
          Client.CONTRIBUTIONS, PrimitiveTypeName.FLOAT);

  private ClientSchema() {}

  /**
   * @throws IllegalArgumentException naming the first column that is missing or of another type
   */
  static void check(MessageType schema) {
    SCALARS.forEach((name, type) -> check(schema, type, name));
    LISTS.forEach((name, type) -> check(schema, type, listPath(name)));
  }

  static String[] listPath(String column) {
    return new String[] {column, "list", "element"};
  }

  private static void check(MessageType schema, PrimitiveTypeName type, String... path) {
    if (!schema.containsPath(path)) {
      throw new IllegalArgumentException("it has no column " + String.join(".", path));
    }
    ColumnDescriptor column = schema.getColumnDescription(path);
    if (column.getPrimitiveType().getPrimitiveTypeName() != type
        || column.getMaxRepetitionLevel() != (path.length == 1 ? 0 : 1)) {
      throw new IllegalArgumentException(
          "its column "
              + String.join(".", path)
              + " is "
              + column.getPrimitiveType()
              + " where the contract has "
              + type);
    }
  }
}
