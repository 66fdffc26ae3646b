package io.bincard.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The 2,000 things the company sells: food by lot, power tools by serial number. */
final class Assortment {
  private static final List<String> BRANDS =
      List.of("Old Mill", "Northfield", "Blue Gate", "Hazel", "Sunday", "Harbour", "Linden");
  private static final List<String> DRY_FOOD =
      List.of(
          "oat biscuits",
          "rye crispbread",
          "basmati rice",
          "penne",
          "spelt flour",
          "cane sugar",
          "sea salt",
          "black tea",
          "filter coffee",
          "drinking chocolate",
          "red lentils",
          "chick peas",
          "walnut kernels",
          "raisins",
          "muesli");
  private static final List<String> FOOD_IN_JARS =
      List.of(
          "apricot jam",
          "blossom honey",
          "olive oil",
          "tomato soup",
          "apple juice",
          "elderflower cordial",
          "peanut butter",
          "gherkins",
          "mustard",
          "passata");
  private static final List<String> WEIGHTS = List.of("125 g", "250 g", "500 g", "1 kg");
  private static final List<String> VOLUMES = List.of("200 ml", "330 ml", "500 ml", "750 ml");
  private static final List<String> HOUSEHOLD =
      List.of(
          "Saucepan",
          "Casserole dish",
          "Mixing bowl",
          "Storage jar",
          "Tea towel",
          "Salad bowl",
          "Laundry basket",
          "Bread bin",
          "Water jug",
          "Door mat",
          "Candle holder",
          "Picture frame",
          "Wall clock",
          "Table lamp",
          "Cushion cover",
          "Wash bag",
          "Apron");
  private static final List<String> COLOURS =
      List.of(
          "cream",
          "slate grey",
          "sage green",
          "navy",
          "terracotta",
          "white",
          "mustard yellow",
          "black",
          "rose",
          "pale blue");
  private static final List<String> SIZES =
      List.of("small", "medium", "large", "extra large", "set of 2");
  private static final List<String> MAKERS = List.of("Anvil", "Forge", "Hillman", "Ketter");
  private static final List<String> HAND_TOOLS =
      List.of(
          "claw hammer",
          "rubber mallet",
          "hand saw",
          "adjustable spanner",
          "ring spanner",
          "combination pliers",
          "side cutter",
          "slotted screwdriver",
          "cross-head screwdriver",
          "wood chisel",
          "block plane",
          "spirit level",
          "tape measure",
          "bolt cutter",
          "utility knife",
          "wood rasp",
          "bar clamp",
          "try square",
          "putty knife");
  private static final List<String> POWER_TOOLS =
      List.of(
          "cordless drill",
          "impact driver",
          "angle grinder",
          "circular saw",
          "jigsaw",
          "orbital sander",
          "heat gun",
          "rotary hammer",
          "planer",
          "multi-tool");

  private final Random random;
  private final List<DemoItem> items = new ArrayList<>();

  private Assortment(Random random) {
    this.random = random;
  }

  static List<DemoItem> make(Random random) {
    Assortment assortment = new Assortment(random);
    assortment.food(DRY_FOOD, WEIGHTS);
    assortment.food(FOOD_IN_JARS, VOLUMES);
    assortment.household();
    assortment.handTools();
    assortment.powerTools();
    return List.copyOf(assortment.items);
  }

  private void food(List<String> foods, List<String> sizes) {
    for (String food : foods) {
      for (String brand : BRANDS) {
        for (String size : sizes) {
          add("F", brand + " " + food + ", " + size, "LOT", 60, 900);
        }
      }
    }
  }

  private void household() {
    for (String thing : HOUSEHOLD) {
      for (String colour : COLOURS) {
        for (String size : SIZES) {
          add("H", thing + ", " + colour + ", " + size, "NONE", 250, 4500);
        }
      }
    }
  }

  private void handTools() {
    for (String tool : HAND_TOOLS) {
      for (String maker : MAKERS) {
        for (int size = 1; size <= 5; size++) {
          add("T", maker + " " + tool + ", size " + size, "NONE", 300, 6000);
        }
      }
    }
  }

  private void powerTools() {
    for (String tool : POWER_TOOLS) {
      for (int model = 1; model <= 7; model++) {
        String maker = MAKERS.get(model % MAKERS.size());
        add("P", "%s %s, model %d".formatted(maker, tool, model * 100), "SERIAL", 4900, 39000);
      }
    }
  }

  private void add(String department, String name, String tracking, int least, int most) {
    double share = random.nextDouble();
    char abc = share < 0.2 ? 'A' : share < 0.5 ? 'B' : 'C';
    int cents = least + (int) ((most - least) * Math.pow(random.nextDouble(), 2));
    String sku = "%s-%04d".formatted(department, items.size() + 1);
    items.add(new DemoItem(sku, name, tracking, abc, cents));
  }
}
