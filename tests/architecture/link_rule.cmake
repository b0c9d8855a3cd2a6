# What a library links, and what that links: CMake stops where one of them needs threads and was to do without.

# interleave_all_links(OUT TARGET): TARGET and all that it links, however far away.
function(interleave_all_links OUT TARGET)
  set(seen "${TARGET}")
  set(waiting "${TARGET}")
  while(waiting)
    list(POP_FRONT waiting target)
    if(NOT TARGET "${target}")
      continue()
    endif()
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(links "${target}" ${property})
      foreach(link IN LISTS links)
        string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" link "${link}")
        if(link AND NOT link IN_LIST seen)
          list(APPEND seen "${link}")
          list(APPEND waiting "${link}")
        endif()
      endforeach()
    endforeach()
  endwhile()
  set(${OUT} "${seen}" PARENT_SCOPE)
endfunction()

# interleave_without_threads(TARGETS...): stops when one of them links threads.
function(interleave_without_threads)
  foreach(target ${ARGN})
    interleave_all_links(links ${target})
    foreach(threads interleave_threads interleave_processes interleave_live Threads::Threads)
      if(threads IN_LIST links)
        message(FATAL_ERROR "${target} links ${threads}, and was to do without threads: it links ${links}")
      endif()
    endforeach()
  endforeach()
endfunction()

# What is found is not nothing: a run on real threads does need them.
interleave_all_links(live_links interleave_live)
if(NOT Threads::Threads IN_LIST live_links)
  message(FATAL_ERROR "interleave_live links no threads, so what it links was not found: ${live_links}")
endif()

interleave_without_threads(interleave_runtime interleave_execution interleave_run interleave_interchange
  interleave_listing interleave_lesson interleave_predict)
if(TARGET interleave_gui_model)
  interleave_without_threads(interleave_gui_model)
endif()
