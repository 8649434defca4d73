package dev.aiwf.discord;

import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord answered to a call. */
record Answered(String body) {

  DataObject object() {
    return body.isBlank() ? DataObject.empty() : DataObject.fromJson(body);
  }

  DataArray array() {
    return DataArray.fromJson(body);
  }
}
