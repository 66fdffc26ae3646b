package io.bincard.model.barcode.gs1;

/** What reading an element string gives: {@link Elements} or a {@link ReadError}. */
public sealed interface ElementsOrError permits Elements, ReadError {}
