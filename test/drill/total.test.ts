/** Many drills in one line. */
import { HEAD } from '../../drill/report';
import { totalOf } from '../../drill/total';

test('is the sum of each column, of receives the most, and of lists the sum of each word', () => {
  const rowOf = (cells: Record<string, string>) =>
    HEAD.map((name) => cells[name] ?? (name === 'of these SQS kept a copy' ? '' : '0'));
  const one = rowOf({
    drill: 'seed 1',
    accepted: '1,200',
    'dead letters': '5 rejected, 1 defect',
    'of these SQS kept a copy': '1,003 not deleted',
    'most receives': '70',
  });
  const other = rowOf({ drill: 'seed 2', accepted: '900', 'dead letters': '2,000 rejected', 'most receives': '71' });
  const none = rowOf({
    drill: 'seed 3',
    'dead letters': '',
    'of these SQS kept a copy': '4 moved twice, 7 not deleted',
  });
  expect(totalOf('three', [one, other, none])).toEqual(
    rowOf({
      drill: 'three',
      accepted: '2,100',
      'dead letters': '2,005 rejected, 1 defect',
      'of these SQS kept a copy': '1,010 not deleted, 4 moved twice',
      'most receives': '71',
    }),
  );
});
