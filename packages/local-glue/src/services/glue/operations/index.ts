import type { Declaration } from '../../../protocol/operation';
import type { GlueContext } from '../context';
import { BatchCreatePartition } from './BatchCreatePartition';
import { BatchDeleteConnection } from './BatchDeleteConnection';
import { BatchDeletePartition } from './BatchDeletePartition';
import { BatchDeleteTable } from './BatchDeleteTable';
import { BatchDeleteTableVersion } from './BatchDeleteTableVersion';
import { BatchGetCrawlers } from './BatchGetCrawlers';
import { BatchGetJobs } from './BatchGetJobs';
import { BatchGetPartition } from './BatchGetPartition';
import { BatchGetTriggers } from './BatchGetTriggers';
import { BatchGetWorkflows } from './BatchGetWorkflows';
import { BatchStopJobRun } from './BatchStopJobRun';
import { BatchUpdatePartition } from './BatchUpdatePartition';
import { CreateClassifier } from './CreateClassifier';
import { CreateConnection } from './CreateConnection';
import { CreateCrawler } from './CreateCrawler';
import { CreateDatabase } from './CreateDatabase';
import { CreateJob } from './CreateJob';
import { CreatePartition } from './CreatePartition';
import { CreatePartitionIndex } from './CreatePartitionIndex';
import { CreateSecurityConfiguration } from './CreateSecurityConfiguration';
import { CreateTable } from './CreateTable';
import { CreateTrigger } from './CreateTrigger';
import { CreateWorkflow } from './CreateWorkflow';
import { DeleteClassifier } from './DeleteClassifier';
import { DeleteConnection } from './DeleteConnection';
import { DeleteCrawler } from './DeleteCrawler';
import { DeleteDatabase } from './DeleteDatabase';
import { DeleteJob } from './DeleteJob';
import { DeletePartition } from './DeletePartition';
import { DeletePartitionIndex } from './DeletePartitionIndex';
import { DeleteSecurityConfiguration } from './DeleteSecurityConfiguration';
import { DeleteTable } from './DeleteTable';
import { DeleteTableVersion } from './DeleteTableVersion';
import { DeleteTrigger } from './DeleteTrigger';
import { DeleteWorkflow } from './DeleteWorkflow';
import { GetClassifier } from './GetClassifier';
import { GetClassifiers } from './GetClassifiers';
import { GetConnection } from './GetConnection';
import { GetConnections } from './GetConnections';
import { GetCrawler } from './GetCrawler';
import { GetCrawlerMetrics } from './GetCrawlerMetrics';
import { GetCrawlers } from './GetCrawlers';
import { GetDatabase } from './GetDatabase';
import { GetDatabases } from './GetDatabases';
import { GetJob } from './GetJob';
import { GetJobBookmark } from './GetJobBookmark';
import { GetJobRun } from './GetJobRun';
import { GetJobRuns } from './GetJobRuns';
import { GetJobs } from './GetJobs';
import { GetPartition } from './GetPartition';
import { GetPartitionIndexes } from './GetPartitionIndexes';
import { GetPartitions } from './GetPartitions';
import { GetSecurityConfiguration } from './GetSecurityConfiguration';
import { GetSecurityConfigurations } from './GetSecurityConfigurations';
import { GetTable } from './GetTable';
import { GetTableVersion } from './GetTableVersion';
import { GetTableVersions } from './GetTableVersions';
import { GetTables } from './GetTables';
import { GetTags } from './GetTags';
import { GetTrigger } from './GetTrigger';
import { GetTriggers } from './GetTriggers';
import { GetWorkflow } from './GetWorkflow';
import { GetWorkflowRun } from './GetWorkflowRun';
import { GetWorkflowRunProperties } from './GetWorkflowRunProperties';
import { GetWorkflowRuns } from './GetWorkflowRuns';
import { ListCrawlers } from './ListCrawlers';
import { ListCrawls } from './ListCrawls';
import { ListJobs } from './ListJobs';
import { ListTriggers } from './ListTriggers';
import { ListWorkflows } from './ListWorkflows';
import { PutWorkflowRunProperties } from './PutWorkflowRunProperties';
import { ResetJobBookmark } from './ResetJobBookmark';
import { ResumeWorkflowRun } from './ResumeWorkflowRun';
import { SearchTables } from './SearchTables';
import { StartCrawler } from './StartCrawler';
import { StartCrawlerSchedule } from './StartCrawlerSchedule';
import { StartJobRun } from './StartJobRun';
import { StartTrigger } from './StartTrigger';
import { StartWorkflowRun } from './StartWorkflowRun';
import { StopCrawler } from './StopCrawler';
import { StopCrawlerSchedule } from './StopCrawlerSchedule';
import { StopTrigger } from './StopTrigger';
import { StopWorkflowRun } from './StopWorkflowRun';
import { TagResource } from './TagResource';
import { UntagResource } from './UntagResource';
import { UpdateClassifier } from './UpdateClassifier';
import { UpdateConnection } from './UpdateConnection';
import { UpdateCrawler } from './UpdateCrawler';
import { UpdateCrawlerSchedule } from './UpdateCrawlerSchedule';
import { UpdateDatabase } from './UpdateDatabase';
import { UpdateJob } from './UpdateJob';
import { UpdatePartition } from './UpdatePartition';
import { UpdateTable } from './UpdateTable';
import { UpdateTrigger } from './UpdateTrigger';
import { UpdateWorkflow } from './UpdateWorkflow';

/** Every operation of Glue that local-glue models. */
export const glueOperations: readonly Declaration<GlueContext>[] = [
  BatchCreatePartition,
  BatchDeleteConnection,
  BatchDeletePartition,
  BatchDeleteTable,
  BatchDeleteTableVersion,
  BatchGetCrawlers,
  BatchGetJobs,
  BatchGetPartition,
  BatchGetTriggers,
  BatchGetWorkflows,
  BatchStopJobRun,
  BatchUpdatePartition,
  CreateClassifier,
  CreateConnection,
  CreateCrawler,
  CreateDatabase,
  CreateJob,
  CreatePartition,
  CreatePartitionIndex,
  CreateSecurityConfiguration,
  CreateTable,
  CreateTrigger,
  CreateWorkflow,
  DeleteClassifier,
  DeleteConnection,
  DeleteCrawler,
  DeleteDatabase,
  DeleteJob,
  DeletePartition,
  DeletePartitionIndex,
  DeleteSecurityConfiguration,
  DeleteTable,
  DeleteTableVersion,
  DeleteTrigger,
  DeleteWorkflow,
  GetClassifier,
  GetClassifiers,
  GetConnection,
  GetConnections,
  GetCrawler,
  GetCrawlerMetrics,
  GetCrawlers,
  GetDatabase,
  GetDatabases,
  GetJob,
  GetJobBookmark,
  GetJobRun,
  GetJobRuns,
  GetJobs,
  GetPartition,
  GetPartitionIndexes,
  GetPartitions,
  GetSecurityConfiguration,
  GetSecurityConfigurations,
  GetTable,
  GetTableVersion,
  GetTableVersions,
  GetTables,
  GetTags,
  GetTrigger,
  GetTriggers,
  GetWorkflow,
  GetWorkflowRun,
  GetWorkflowRunProperties,
  GetWorkflowRuns,
  ListCrawlers,
  ListCrawls,
  ListJobs,
  ListTriggers,
  ListWorkflows,
  PutWorkflowRunProperties,
  ResetJobBookmark,
  ResumeWorkflowRun,
  SearchTables,
  StartCrawler,
  StartCrawlerSchedule,
  StartJobRun,
  StartTrigger,
  StartWorkflowRun,
  StopCrawler,
  StopCrawlerSchedule,
  StopTrigger,
  StopWorkflowRun,
  TagResource,
  UntagResource,
  UpdateClassifier,
  UpdateConnection,
  UpdateCrawler,
  UpdateCrawlerSchedule,
  UpdateDatabase,
  UpdateJob,
  UpdatePartition,
  UpdateTable,
  UpdateTrigger,
  UpdateWorkflow,
];
