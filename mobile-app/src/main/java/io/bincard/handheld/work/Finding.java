package io.bincard.handheld.work;

import io.bincard.handheld.replica.WaitingCount;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.Optional;

/** What is known here of something that was looked up. */
public sealed interface Finding {
  /**
   * An item.
   *
   * @param scanned with the pack that this barcode stands for
   * @param lot the one that was scanned, if it is known
   * @param stock where it is
   */
  record OfItem(ScannedItem scanned, Optional<Row.Lot> lot, List<Row.Stock> stock)
      implements Finding {
    public OfItem {
      stock = List.copyOf(stock);
    }
  }

  /**
   * A bin.
   *
   * @param stock what is in it
   * @param waiting own counts of it that are not posted yet
   */
  record OfBin(Row.Location location, List<Row.Stock> stock, List<WaitingCount> waiting)
      implements Finding {
    public OfBin {
      stock = List.copyOf(stock);
      waiting = List.copyOf(waiting);
    }
  }

  /** A tote or a carton, and what is in it. */
  record OfContainer(Account container, List<Row.Stock> stock) implements Finding {
    public OfContainer {
      stock = List.copyOf(stock);
    }
  }

  /** A colleague, and what is in his hands. */
  record OfPerson(Row.Person person, List<Row.Stock> stock) implements Finding {
    public OfPerson {
      stock = List.copyOf(stock);
    }
  }

  /** Nobody knows it here. */
  record Nothing(String code) implements Finding {}
}
