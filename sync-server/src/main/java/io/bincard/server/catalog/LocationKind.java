package io.bincard.server.catalog;

/** What a location is for. */
public enum LocationKind {
  RECEIVING,
  STORAGE,
  PICK_FACE,
  PACKING,
  STAGING,
  DISPATCH,
  QUARANTINE
}
