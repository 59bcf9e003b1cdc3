import importlib.util

spec = importlib.util.find_spec("colorsys")
print(spec.name, spec.submodule_search_locations, importlib.util.find_spec("no_such_module"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.rgb_to_hsv(1, 0, 0))
