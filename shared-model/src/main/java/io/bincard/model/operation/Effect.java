package io.bincard.model.operation;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operation does to one piece of state. Operations say theirs; the fold applies them. */
public sealed interface Effect {

  <R> R accept(Visitor<R> visitor);

  /** One case each, so that nobody forgets a new one. */
  interface Visitor<R> {
    R move(Move move);

    R progress(Progress progress);

    R counted(Counted counted);

    R countedRest(CountedRest rest);

    R emptied(Emptied emptied);

    R foundShort(FoundShort found);

    R closed(Sealed carton);

    R unresolved(Unresolved scan);

    R voided(Voided voided);

    R presence(Presence presence);
  }

  /** Goods leave one account and enter another. */
  record Move(Account from, Account to, String item, String lot, Quantity quantity)
      implements Effect {
    static Move of(Account from, Account to, Goods goods) {
      return new Move(from, to, goods.item(), goods.lot(), goods.quantity());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.move(this);
    }
  }

  /** How far an order line can be. */
  enum Stage {
    PICKED,
    PACKED
  }

  /**
   * An order line gets on, or back.
   *
   * @param quantity added; negative for a step back
   * @param container where the goods are after a step on, or were before a step back
   */
  record Progress(OrderLine line, Stage stage, String item, Quantity quantity, Account container)
      implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.progress(this);
    }
  }

  /**
   * A bin held so much.
   *
   * @param lot null for all lots together
   * @param approved it needs no tolerance: a supervisor says so
   */
  record Counted(
      Account bin,
      String task,
      String item,
      @Nullable String lot,
      Quantity quantity,
      boolean approved)
      implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.counted(this);
    }
  }

  /** A bin held nothing but what these keys say. */
  record CountedRest(Account bin, String task, Set<CountedKey> except) implements Effect {
    public CountedRest {
      except = Set.copyOf(except);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.countedRest(this);
    }
  }

  /** All that is in a container goes on to another account. The fold knows what that is. */
  record Emptied(String order, Account container, Account to) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.emptied(this);
    }
  }

  /** A picker found too little; {@code lot} is null if any lot would have done. */
  record FoundShort(Account bin, String item, @Nullable String lot) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.foundShort(this);
    }
  }

  /** A carton is closed for an order. */
  record Sealed(String order, Account carton) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.closed(this);
    }
  }

  /** A move of whatever the barcode turns out to mean. Without ends it is only a question. */
  record Unresolved(String code, @Nullable Account from, @Nullable Account to, Quantity packs)
      implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unresolved(this);
    }
  }

  /** An operation counts as never made. */
  record Voided(UUID operation) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.voided(this);
    }
  }

  /** Somebody starts or ends work on the device. */
  record Presence(String user, boolean present) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.presence(this);
    }
  }
}
