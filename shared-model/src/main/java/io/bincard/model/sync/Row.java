package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a site's state, as it is now. It replaces the row of the same key on the device. */
@Json(typeProperty = "row")
@Json.SubType(type = Row.Site.class, name = "site")
@Json.SubType(type = Row.Item.class, name = "item")
@Json.SubType(type = Row.Barcode.class, name = "barcode")
@Json.SubType(type = Row.Lot.class, name = "lot")
@Json.SubType(type = Row.Location.class, name = "location")
@Json.SubType(type = Row.Person.class, name = "person")
@Json.SubType(type = Row.Stock.class, name = "stock")
@Json.SubType(type = Row.Order.class, name = "order")
@Json.SubType(type = Row.Line.class, name = "line")
@Json.SubType(type = Row.Allocation.class, name = "allocation")
@Json.SubType(type = Row.Work.class, name = "work")
@Json.SubType(type = Row.Expected.class, name = "expected")
@Json.SubType(type = Row.Discrepancy.class, name = "discrepancy")
@Json.SubType(type = Row.Head.class, name = "head")
public sealed interface Row {

  /**
   * The site itself.
   *
   * @param zone an IANA time zone
   * @param companyPrefix the GS1 company prefix its cartons are numbered with
   */
  @Json
  record Site(String site, String name, String zone, String companyPrefix) implements Row {}

  /**
   * A stock keeping unit.
   *
   * @param tracking NONE, LOT or SERIAL
   */
  @Json
  record Item(String item, String name, String unit, String tracking, boolean active)
      implements Row {}

  /**
   * One meaning of a barcode; the one with the latest {@code validFrom} up to a moment holds then.
   *
   * @param code a 14-digit GTIN, or the code as scanned
   * @param pack base units a scan stands for
   * @param validFrom microseconds since 1970-01-01T00:00Z
   */
  @Json
  record Barcode(String code, String item, Quantity pack, long validFrom) implements Row {}

  /**
   * A lot of an item.
   *
   * @param expiry its last good day, if it has one
   * @param status AVAILABLE, HELD or RECALLED
   */
  @Json
  record Lot(String item, String lot, @Nullable LocalDate expiry, String status) implements Row {}

  /**
   * A bin.
   *
   * @param kind RECEIVING, STORAGE, PICK_FACE, PACKING, STAGING, DISPATCH or QUARANTINE
   * @param sequence where it is on the way through the house
   */
  @Json
  record Location(String location, String kind, int sequence, boolean active) implements Row {}

  /**
   * Somebody who may log in here.
   *
   * @param badge what the badge's barcode says
   * @param pinHash Argon2id in PHC form; empty if there is no PIN
   */
  @Json
  record Person(String user, String name, String role, String badge, String pinHash, boolean active)
      implements Row {}

  /** A balance of a bin or a container; signed. */
  @Json
  record Stock(Account account, String item, String lot, Quantity quantity) implements Row {}

  /**
   * An order.
   *
   * @param state OPEN, CANCELLED or DISPATCHED
   */
  @Json
  record Order(String order, String customer, int priority, String state) implements Row {}

  /** How far a line of an order is, as the server knows it. */
  @Json
  record Line(
      String order,
      int line,
      String item,
      Quantity ordered,
      Quantity picked,
      Quantity packed,
      boolean cancelled)
      implements Row {}

  /** Where to take what; all stops of an order, as last allocated. */
  @Json
  record Allocation(String order, List<Stop> stops) implements Row {
    public Allocation {
      stops = List.copyOf(stops);
    }

    /** One stop of the pick path; the lot is empty if the item has none. */
    @Json
    public record Stop(int line, String location, String item, String lot, Quantity quantity) {}
  }

  /**
   * What a device can claim.
   *
   * @param kind PICK, COUNT or RECEIVE
   * @param title for people to read
   * @param order of a pick list; empty otherwise
   * @param locations the bins of a count sheet, in the order of the way; empty otherwise
   * @param state OPEN, CLAIMED or DONE
   * @param device who holds it; empty if nobody does
   * @param fence of the last grant; 0 before the first
   * @param expires microseconds since 1970-01-01T00:00Z; 0 if nobody holds it
   */
  @Json
  record Work(
      String work,
      String kind,
      String title,
      String order,
      List<String> locations,
      String state,
      String device,
      long fence,
      long expires)
      implements Row {
    public Work {
      locations = List.copyOf(locations);
    }
  }

  /** A line of a delivery that is due. */
  @Json
  record Expected(
      String delivery, int line, String supplier, String item, Quantity ordered, Quantity received)
      implements Row {}

  /**
   * Something that does not add up.
   *
   * @param subject what it is about, for example {@code line 10482/7}
   * @param open false once it adds up again or somebody accepted it
   */
  @Json
  record Discrepancy(String code, String subject, boolean open, String summary) implements Row {}

  /**
   * How far the server's state contains the journal of the device that asks. Always the last row:
   * what the device did up to here is in the rows before.
   */
  @Json
  record Head(String device, int epoch, long seq, String hash) implements Row {}
}
