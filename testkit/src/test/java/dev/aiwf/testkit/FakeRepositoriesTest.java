package dev.aiwf.testkit;

import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.Repository;
import dev.aiwf.testkit.contract.RepositoriesContract;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class FakeRepositoriesTest extends RepositoriesContract {

  private final FakeRepositories fake = new FakeRepositories();

  @Override
  protected Repositories empty() {
    return fake;
  }

  @Override
  protected Map<String, String> files(Repository.Place place) {
    return fake.files(place);
  }

  @Override
  protected List<String> commits(Repository.Place place) {
    return fake.commits(place);
  }

  @Override
  protected void edit(Repository.Place place, String path, @Nullable String text) {
    fake.edit(place, path, text);
  }
}
