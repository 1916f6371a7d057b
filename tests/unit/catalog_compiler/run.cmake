# Runs catalog_compiler on the broken catalog beside this file and compares what it says with
# expected_stderr.txt, byte for byte. Needs -DCATALOG_COMPILER=... and -DOUT=..., a path it may write.
file(REMOVE ${OUT})
execute_process(
  COMMAND ${CATALOG_COMPILER} broken ${OUT}
  WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
  RESULT_VARIABLE status
  OUTPUT_VARIABLE stdout
  ERROR_VARIABLE stderr)
file(READ ${CMAKE_CURRENT_LIST_DIR}/expected_stderr.txt expected)
if(NOT status STREQUAL 1)
  message(SEND_ERROR "exit status ${status} instead of 1")
endif()
if(NOT stdout STREQUAL "")
  message(SEND_ERROR "unexpected output:\n${stdout}")
endif()
if(NOT stderr STREQUAL expected)
  message(SEND_ERROR "the findings differ; there are:\n${stderr}\ninstead of:\n${expected}")
endif()
if(EXISTS ${OUT})
  message(SEND_ERROR "a file was written in spite of the findings")
endif()
