#include "catalog/catalog.h"

#include <algorithm>

namespace zoomc::catalog {

std::string_view to_string(ScopeModel model) {
  switch (model) {
    case ScopeModel::granular: return "granular";
    case ScopeModel::classic: return "classic";
  }
  return {};
}

std::string_view to_string(Level level) {
  switch (level) {
    case Level::user: return "user";
    case Level::admin: return "admin";
    case Level::master: return "master";
    case Level::app: return "app";
  }
  return {};
}

std::string_view to_string(Grants grants) {
  switch (grants) {
    case Grants::operation: return "operation";
    case Grants::event: return "event";
    case Grants::event_and_operation: return "event+operation";
    case Grants::manifest: return "manifest";
    case Grants::seen: return "seen";
    case Grants::app_owned: return "app-owned";
  }
  return {};
}

std::string_view to_string(Implication implication) {
  switch (implication) {
    case Implication::adds: return "adds";
    case Implication::needs: return "needs";
    case Implication::uses: return "uses";
  }
  return {};
}

std::string_view to_string(EventBasis basis) {
  switch (basis) {
    case EventBasis::documented: return "documented";
    case EventBasis::derived: return "derived";
    case EventBasis::none: return "none";
    case EventBasis::unknown: return "unknown";
  }
  return {};
}

std::string_view to_string(WordList list) {
  switch (list) {
    case WordList::stop: return "stop";
    case WordList::placeholder: return "placeholder";
    case WordList::example_host: return "example-host";
    case WordList::reserved_host: return "reserved-host";
    case WordList::zoom_product: return "zoom-product";
    case WordList::official: return "official";
    case WordList::secret_field: return "secret-field";
    case WordList::key_field: return "key-field";
    case WordList::harmless_field: return "harmless-field";
    case WordList::readable_field: return "readable-field";
    case WordList::custom_header: return "custom-header";
    case WordList::pair_name: return "pair-name";
    case WordList::pair_value: return "pair-value";
    case WordList::key_prefix: return "key-prefix";
    case WordList::reference: return "reference";
    case WordList::stand_in: return "stand-in";
  }
  return {};
}

std::string_view to_string(Shows shows) {
  switch (shows) {
    case Shows::nothing: return "nothing";
    case Shows::missing_scopes: return "missing_scopes";
    case Shows::scope_level: return "scope_level";
    case Shows::event: return "event";
    case Shows::redirects: return "redirects";
    case Shows::guide_names: return "guide_names";
  }
  return {};
}

const Region* Platform::find_region(std::string_view region) const {
  const auto found =
      std::find_if(regions.begin(), regions.end(), [&](const Region& r) { return r.id == region; });
  return found == regions.end() ? nullptr : &*found;
}

}  // namespace zoomc::catalog
