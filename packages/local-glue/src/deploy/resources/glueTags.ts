import { glueArn, TaggedKind } from '../../services/glue/arn';
import { ResourceUpdate } from './ResourceHandler';
import { tagChanges } from './tagChanges';

/** Brings the tags of a Glue resource to what the template says: its own update operation does not take them. */
export async function updateGlueTags(
  kind: TaggedKind,
  { name, properties, previous, context }: ResourceUpdate,
): Promise<void> {
  const ResourceArn = glueArn(context, kind, name);
  const { gone, added } = tagChanges(previous.properties.Tags, properties.Tags);
  if (gone.length > 0) {
    await context.invoke('glue', 'UntagResource', {
      ResourceArn,
      TagsToRemove: gone,
    });
  }
  if (Object.keys(added).length > 0) {
    await context.invoke('glue', 'TagResource', {
      ResourceArn,
      TagsToAdd: added,
    });
  }
}
