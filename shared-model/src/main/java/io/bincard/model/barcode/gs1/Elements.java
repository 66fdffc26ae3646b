package io.bincard.model.barcode.gs1;

import java.util.List;

/** The elements of one element string, in their order. */
public record Elements(List<Element> list) implements ElementsOrError {

  /** More is no label but an attack or an accident. */
  static final int MOST = 64;

  public Elements {
    list = List.copyOf(list);
  }
}
