/** Many drills in one line. */
import { HEAD } from '../../drill/report';
import { totalOf } from '../../drill/total';

test('is the sum of each column, of receives the most, and of dead letters the sum of each reason', () => {
  const rowOf = (cells: Record<string, string>) => HEAD.map((name) => cells[name] ?? '0');
  const one = rowOf({
    drill: 'seed 1',
    accepted: '1,200',
    'dead letters': '5 rejected, 1 defect',
    'most receives': '70',
  });
  const other = rowOf({ drill: 'seed 2', accepted: '900', 'dead letters': '2,000 rejected', 'most receives': '71' });
  const none = rowOf({ drill: 'seed 3', 'dead letters': '' });
  expect(totalOf('three', [one, other, none])).toEqual(
    rowOf({ drill: 'three', accepted: '2,100', 'dead letters': '2,005 rejected, 1 defect', 'most receives': '71' }),
  );
});
