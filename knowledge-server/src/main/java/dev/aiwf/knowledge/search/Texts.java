package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Item;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;

/** An item as the index has it: three texts, of which the first counts most. */
enum Texts {
  TITLE(3),
  ALSO(3),

  BODY(1);

  private final float weight;

  Texts(float weight) {
    this.weight = weight;
  }

  float weight() {
    return weight;
  }

  static Document of(Item item) {
    Document document = new Document();
    add(document, TITLE, List.of(item.title()));
    add(document, ALSO, item.about().also());
    add(document, BODY, item.text());
    return document;
  }

  private static void add(Document document, Texts field, List<String> texts) {
    document.add(new TextField(field.name(), String.join("\n", texts), Field.Store.NO));
  }
}
