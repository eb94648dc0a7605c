"""Solve one MPS file with native HiGHS and print one line of JSON.

usage: solve_mps.py FILE simplex|ipm SECONDS_ALLOWED
"""

import json
import sys
import time

import highspy

path, method, allowed = sys.argv[1], sys.argv[2], float(sys.argv[3])
highs = highspy.Highs()
highs.setOptionValue("output_flag", False)
highs.setOptionValue("solver", method)
highs.setOptionValue("threads", 1)
highs.setOptionValue("parallel", "off")
highs.setOptionValue("random_seed", 1)
highs.setOptionValue("time_limit", allowed)
start = time.process_time()
highs.readModel(path)
read = time.process_time()
highs.run()
done = time.process_time()
print(
    json.dumps(
        {
            "version": highs.version(),
            "status": highs.modelStatusToString(highs.getModelStatus()),
            "objective": highs.getInfo().objective_function_value,
            "readSeconds": read - start,
            "solveSeconds": done - read,
        }
    )
)
